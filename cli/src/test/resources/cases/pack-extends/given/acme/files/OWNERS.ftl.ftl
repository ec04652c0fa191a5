[#noparse]
[@owned "[=name]"/]
[/#noparse]