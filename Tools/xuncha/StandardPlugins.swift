import PluginKit

/// What is in this program: our modules and the add-ons beside them.
let standardPlugins: [any Plugin.Type] = []
