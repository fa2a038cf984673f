"""engross: resolutions of the United Nations, from any form to Akoma Ntoso, PDF, Word and HTML."""

__version__ = "0.1.0"
