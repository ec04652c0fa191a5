# [=name] belongs to [=team].
verify:
	mvn verify
