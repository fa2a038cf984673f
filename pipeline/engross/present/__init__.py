"""Presentation: from the Akoma Ntoso tree to a value in which everything printed is resolved."""
