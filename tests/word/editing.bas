Option Explicit

' Edits a draft as its drafter would, in LibreOffice itself. Draft, Edited and Pasted are the paths of the files, Tracked
' says whether the changes are tracked; constants for them are put before this text.

Function ParagraphWith(document As Object, words As String) As Object
    Dim search As Object, paragraph As Object
    search = document.createSearchDescriptor()
    search.SearchString = words
    paragraph = document.Text.createTextCursorByRange(document.findFirst(search))
    paragraph.gotoStartOfParagraph(False)
    paragraph.gotoEndOfParagraph(True)
    ParagraphWith = paragraph
End Function

Sub TypeAfter(document As Object, words As String, typed As String)
    Dim at As Object
    at = ParagraphWith(document, words)
    at.collapseToEnd()
    document.Text.insertControlCharacter(at, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
    document.Text.insertString(at, typed, False)
End Sub

Sub AddNote(document As Object, words As String, typed As String)
    Dim at As Object, note As Object
    at = ParagraphWith(document, words)
    at.collapseToEnd()
    note = document.createInstance("com.sun.star.text.Footnote")
    document.Text.insertTextContent(at, note, False)
    note.insertString(note.createTextCursor(), typed, False)
End Sub

Sub DeleteWhole(document As Object, words As String)
    Dim at As Object, last As Object
    at = ParagraphWith(document, words)
    last = at.End
    at.collapseToStart()
    at.goLeft(1, False)
    at.gotoRange(last, True)
    at.setString("")
End Sub

Sub RetypeUnstyled(document As Object, words As String, typed As String)
    Dim at As Object
    at = ParagraphWith(document, words)
    at.setString(typed)
    at.ParaStyleName = "Standard"
    at.setAllPropertiesToDefault()
End Sub

Sub MoveUp(document As Object, words As String)
    Dim dispatcher As Object
    document.CurrentController.ViewCursor.gotoRange(ParagraphWith(document, words).Start, False)
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:MoveUp", "", 0, Array())
End Sub

Sub PasteBefore(document As Object, words As String, itself As String)
    Dim at As Object
    at = ParagraphWith(document, words)
    at.collapseToStart()
    document.Text.insertControlCharacter(at, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
    at.goLeft(1, False)
    at.insertDocumentFromURL(ConvertToURL(Pasted), Array())
    at = ParagraphWith(document, itself)
    at.collapseToEnd()
    at.goRight(1, True)   ' the empty paragraph that is left behind what was pasted
    at.setString("")
End Sub

Sub Main()
    Dim settings(0) As New com.sun.star.beans.PropertyValue
    Dim document As Object
    On Error GoTo Finished
    settings(0).Name = "Hidden"
    settings(0).Value = True
    document = StarDesktop.loadComponentFromURL(ConvertToURL(Draft), "_blank", 0, settings())
    document.RecordChanges = Tracked
    TypeAfter(document, "Invites Member", "Urges printers to leave room;")
    AddNote(document, "Urges printers", "See A/99/2.")
    DeleteWhole(document, "In small")
    RetypeUnstyled(document, "Noting the", "Welcoming the other report,")
    If Not Tracked Then
        MoveUp(document, "Welcoming the")
        PasteBefore(document, "Requests the", "Commends the")
    End If
    settings(0).Name = "FilterName"
    settings(0).Value = "MS Word 2007 XML"
    document.storeToURL(ConvertToURL(Edited), settings())
    document.close(True)
Finished:
    StarDesktop.terminate()
End Sub
