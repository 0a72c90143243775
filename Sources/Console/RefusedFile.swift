import Glibc

extension CommandFailure {
    /// A file or folder that the system refused: why, and what helps where the disk is full.
    /// - Parameters:
    ///   - name: for scripts; a full disk is `disk_full` everywhere.
    ///   - doing: what could not be done to it: `write`.
    ///   - code: as `errno` has it.
    package static func refusedFile(
        _ path: String, name: String, _ doing: Phrase? = nil, code: Int32 = errno
    ) -> CommandFailure {
        guard code != ENOSPC, code != EDQUOT else { return diskFull(path) }
        let reason = Phrase(errno: code)
        let message =
            doing.map { Phrase("cannot \($0.en) \(path): \(reason.en)", "无法\($0.zh) \(path)：\(reason.zh)") }
            ?? Phrase("\(path): \(reason.en)", "\(path)：\(reason.zh)")
        return CommandFailure(.failure, name: name, message)
    }

    package static func diskFull(_ path: String) -> CommandFailure {
        CommandFailure(
            .failure, name: "disk_full", Phrase("\(path): the disk is full", "\(path)：磁盘已满"),
            hint: Phrase("free some room and run the same command again", "请腾出空间后重新运行同一命令"))
    }
}

extension Phrase {
    /// Why the system refused a call.
    package init(errno code: Int32) {
        self =
            switch code {
            case ENOENT: Phrase("no such file or folder", "文件或目录不存在")
            case EACCES, EPERM: Phrase("no permission", "没有权限")
            case ENOSPC, EDQUOT: Phrase("the disk is full", "磁盘已满")
            case EROFS: Phrase("the file system can only be read", "文件系统只读")
            case EISDIR: Phrase("it is a folder", "是目录而非文件")
            case ENOTDIR: Phrase("a part of the path is no folder", "路径中有一段不是目录")
            case EEXIST: Phrase("it exists already", "已存在")
            case EFBIG: Phrase("the file would be too large", "文件过大")
            case ENAMETOOLONG: Phrase("the name is too long", "名称过长")
            case EMFILE, ENFILE: Phrase("too many files are open", "打开的文件过多")
            case EIO: Phrase("the disk failed", "磁盘读写出错")
            case EBUSY, ETXTBSY: Phrase("it is in use", "正被占用")
            case ELOOP: Phrase("too many links", "链接层数过多")
            default: Phrase(unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)")
            }
    }
}
