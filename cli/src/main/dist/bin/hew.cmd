@echo off
rem Starts hew: needs Java 17 or newer and nothing else.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo error[java-missing]: hew needs Java 17 or newer, and `%JAVA%` does not start 1>&2
  echo hint: install a Java 17 or newer, or point JAVA_HOME to one 1>&2
  exit /b 4
)
set "MAJOR="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /r /c:"version"') do if not defined MAJOR set "MAJOR=%%~v"
for /f "delims=.-+" %%m in ("%MAJOR%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo error[java-too-old]: hew needs Java 17 or newer, and `%JAVA%` is version %MAJOR% 1>&2
  echo hint: install a newer one, or point JAVA_HOME to it 1>&2
  exit /b 4
)
set "JAR="
for %%j in ("%~dp0..\lib\hew-*.jar") do set "JAR=%%~fj"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=20 -XX:NewSize=64m -Dsun.reflect.inflationThreshold=2147483647 -XX:+IgnoreUnrecognizedVMOptions -XX:+UseParallelGC -XX:ParallelGCThreads=2 -XX:MaxNewSize=64m -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -cp "%JAR%" dev.hew.Hew %*
exit /b %ERRORLEVEL%
