"""Sending out a campaign: a form, a letter and a line of the mail list for each institution."""
