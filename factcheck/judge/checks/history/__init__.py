"""What everybody knows: when things began to exist, and when famous events happened."""
