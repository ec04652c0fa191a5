*
!api
!contract
!pom.xml
!src/main
