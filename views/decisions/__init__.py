"""The screens of one decision and of one sitting, with its agenda."""
