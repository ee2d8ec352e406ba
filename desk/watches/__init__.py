"""Watch lists: what people follow, what is new of it and why it is told, in the app and as a feed. Sends no mail."""
