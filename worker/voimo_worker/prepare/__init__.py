"""Makes the folder of models from installed packages: no network, always the same bytes."""
