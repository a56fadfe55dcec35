SELECT digest AS value FROM import
