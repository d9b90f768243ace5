"""The interview on the whole screen."""
