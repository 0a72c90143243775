import ClientKit
import Console

Program(
    "rollcall-terminal", version: "0.1.0",
    Phrase("record attendance and marks without a network, sync later", "离线记录考勤与评分，联网后同步"),
    common: ClientHome.parameter(".rollcall-terminal"),
    commands: [
        EnrolCommand.command, ScanCommand.command, WalkInCommand.command, ScoreCommand.command, SkillsCommand.command,
        DisplayCommand.command,
        SyncCommand.command,
        ServerCommand.command,
        StatusCommand.command,
    ]
).main()
