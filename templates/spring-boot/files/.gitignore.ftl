target/
[#if storage.any()]
.data/
[/#if]
.idea/
*.iml
.vscode/
.settings/
.project
.classpath
