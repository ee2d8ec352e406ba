"""The screens under the word About: what the knowledge base holds, how to search, what people say of answers."""
