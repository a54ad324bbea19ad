"""What is measured on annotated data, part by part."""
