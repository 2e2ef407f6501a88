/** What a configuration file is called in the working directory. */
export const CONFIG_FILES = ['scim-test.config.yaml', 'scim-test.config.yml', 'scim-test.config.json']
