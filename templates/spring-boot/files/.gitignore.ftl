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
[#if docker]
.env
[/#if]
[#if requests]
http-client.private.env.json
[/#if]
