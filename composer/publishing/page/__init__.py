"""The static status page: what it knows (`truth`), how its parts look to programs (`statuspage_json`, `feed`) and to people (`html`)."""
