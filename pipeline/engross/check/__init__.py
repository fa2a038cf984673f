"""Checks: the ledger (nothing lost), parity of outputs with the Akoma Ntoso, editorial rules."""
