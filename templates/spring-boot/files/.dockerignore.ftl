*
!api
[#list contractBeside as path]
![=path.selected()]
[/#list]
!contract
!pom.xml
!src/main
