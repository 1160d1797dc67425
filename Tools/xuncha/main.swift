import CommandHost
import Foundation

exit(CommandHost(plugins: standardPlugins).run())
