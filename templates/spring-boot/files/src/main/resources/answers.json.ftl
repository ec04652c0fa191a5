[=answers]
