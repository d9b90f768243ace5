"""What a batch writes into its folder."""
