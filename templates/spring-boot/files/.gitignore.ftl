target/
.idea/
*.iml
.vscode/
.settings/
.project
.classpath
