"""What the training of the toponym models needs."""
