# One right request for each operation, to be sent from an editor.
[#if service.security??]
# Credentials are variables: keep them in http-client.private.env.json, or in the settings of your editor.
[/#if]
[=calls]