"""What several screens are made of: results, links, filters, marked text, files to take along. Knows no screen."""
