import CommandHost
import Foundation
import StandardPlugins

exit(CommandHost(plugins: standardPlugins).run())
