class Latin { String s = "café"; }
