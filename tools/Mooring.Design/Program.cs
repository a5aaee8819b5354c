// dotnet-ef wants a program to start; it uses the factories in Models.cs and never gets here.
return 0;
