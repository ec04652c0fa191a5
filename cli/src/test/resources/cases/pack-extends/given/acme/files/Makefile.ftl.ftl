[#noparse]
# GNU make [=versions.make]
all:
	mvn verify
[/#noparse]