"""The gate's verdict as users and pipelines read it."""
