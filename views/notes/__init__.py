"""The screens of notes: one composed on a theme, and those that people keep, collect in and edit."""
