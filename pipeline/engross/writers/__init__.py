"""Writers: from a Presentation to HTML, PDF, Word and the text forms, through templates."""
