"""The screens: the only place that knows Streamlit. Each room is a noun, with its screens, their pieces and words."""
