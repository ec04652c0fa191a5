<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>[=name]</title>
    <link rel="icon" href="lib/swagger-ui/favicon-32x32.png">
    <link rel="stylesheet" href="lib/swagger-ui/swagger-ui.css">
  </head>
  <body>
    <div id="page"></div>
    <script src="lib/swagger-ui/swagger-ui-bundle.js"></script>
    <script src="page.js"></script>
  </body>
</html>
