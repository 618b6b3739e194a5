"""Everything drawn or said from data, without a screen."""
