"""What the screen shows as lines of text, without knowing the library that draws them."""
