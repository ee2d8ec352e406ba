"""When the search answers and when it says that it found nothing: what the signals weigh, how often that is right."""
