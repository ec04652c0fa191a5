[=package].api.FieldExtractor
