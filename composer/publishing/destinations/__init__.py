"""One file a destination, live and practice side by side, all behind `composer.publishing.port.Destination`. Siblings never import each other."""
