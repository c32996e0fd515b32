"""Which event of the page calls which handler, a file for each kind; gradio is imported when a page is wired."""
