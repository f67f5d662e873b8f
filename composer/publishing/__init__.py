"""From a draft to delivered messages: freezing a round, carrying it out, and the only wires out."""
