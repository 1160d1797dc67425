import Accounts
import Deadlines
import Demo
import HTTPHost
import Inspection
import Interchange
import OptimalTeams
import Organization
import PageKit
import Personnel
import PluginKit
import Rectification
import Spreadsheets
import Statistics
import StudyLog
import StudyPlatforms
import Training
import Transfer

/// What is in this program: our modules and the add-ons beside them. Order does not matter; requirements decide.
public let standardPlugins: [any Plugin.Type] = {
    var plugins: [any Plugin.Type] = [
        InterchangePlugin.self,
        OrganizationPlugin.self,
        AccountsPlugin.self,
        DeadlinesPlugin.self,
        PagesPlugin.self,
        PersonnelPlugin.self,
        StatisticsPlugin.self,
        InspectionPlugin.self,
        RectificationPlugin.self,
        TrainingPlugin.self,
        TransferPlugin.self,
        StudyLogPlugin.self,
        StudyPlatformsPlugin.self,
        DemoPlugin.self,
    ]
    #if HTTPHost
        plugins.append(HTTPHostPlugin.self)
    #endif
    #if OptimalTeams
        plugins.append(OptimalTeamsPlugin.self)
    #endif
    #if Spreadsheets
        plugins.append(SpreadsheetsPlugin.self)
    #endif
    return plugins
}()
